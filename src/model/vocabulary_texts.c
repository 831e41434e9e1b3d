/* Elements that hold nothing but text; see vocabulary_parts.h. */
#include "model/vocabulary_parts.h"

/* Tables read best with an entry on a line or two. */
/* clang-format off */

#define TEXT_ELEMENT(element_name, element_label, element_meaning)                                 \
    {                                                                                              \
        .name = (element_name), .text = true, .text_required = true, .attributes = voc_no_attributes,  \
        .children = voc_no_children, .label = (element_label), .meaning = (element_meaning)            \
    }

const struct voc_element voc_title = TEXT_ELEMENT(
    "title", N_("title"),
    N_("The name of the thing, as it appears in figures and documents. Short is good."));

const struct voc_element voc_owner =
    TEXT_ELEMENT("owner", N_("owner"), N_("The organisation that answers for the programme."));

const struct voc_element voc_purpose =
    TEXT_ELEMENT("purpose", N_("purpose"), N_("Why the programme exists, in a sentence or two."));

const struct voc_element voc_vision =
    TEXT_ELEMENT("vision", N_("vision"), N_("What the world looks like when it has succeeded."));

const struct voc_element voc_evidence = TEXT_ELEMENT(
    "evidence", N_("evidence"), N_("How we know of the challenge: figures, reports, experience."));

const struct voc_element voc_objective =
    TEXT_ELEMENT("objective", N_("objective"), N_("What is to be achieved within the focus area."));

const struct voc_element voc_description = TEXT_ELEMENT(
    "description", N_("description"), N_("More words for those who do not know it yet."));

const struct voc_element voc_awaits =
    TEXT_ELEMENT("awaits", N_("awaits"), N_("What a waiting activity waits for."));

const struct voc_element voc_mechanism =
    TEXT_ELEMENT("mechanism", N_("mechanism"),
                 N_("How the one leads to the other: what happens to people that makes them act "
                    "differently. One sentence is enough."));

const struct voc_element voc_reference = TEXT_ELEMENT(
    "reference", N_("reference"), N_("The study or experience that supports the link."));

const struct voc_element voc_definition =
    TEXT_ELEMENT("definition", N_("definition"),
                 N_("Exactly what is measured, so that the next person gets the same figure."));

const struct voc_element voc_numerator = TEXT_ELEMENT(
    "numerator", N_("numerator"), N_("Who or what is counted in a proportion or rate."));

const struct voc_element voc_denominator = TEXT_ELEMENT(
    "denominator", N_("denominator"), N_("Out of whom or what a proportion or rate is taken."));

const struct voc_element voc_criterion = TEXT_ELEMENT(
    "criterion", N_("criterion"), N_("What the answer is held against: when is it good enough?"));

const struct voc_element voc_decision =
    TEXT_ELEMENT("decision", N_("decision"), N_("The decision that the answer will be used for."));

const struct voc_element voc_place_grounds =
    TEXT_ELEMENT("place-grounds", N_("why this place"), N_("Why the programme takes place here and not somewhere else."));

const struct voc_element voc_limits =
    TEXT_ELEMENT("limits", N_("what cannot be concluded"), N_("What the evaluation will not be able to say, and why."));

const struct voc_element voc_ethics =
    TEXT_ELEMENT("ethics", N_("ethics"), N_("How those who take part are protected: consent, data, words that do not stigmatise."));

const struct voc_element voc_extent =
    TEXT_ELEMENT("extent", N_("extent"), N_("How many it concerns, and how that compares with elsewhere."));

const struct voc_element voc_tasks =
    TEXT_ELEMENT("tasks", N_("tasks"), N_("What the role does in the programme."));

const struct voc_element voc_collection =
    TEXT_ELEMENT("collection", N_("collection"), N_("How the figures come about: who asks or notes, when, and with which instrument."));

const struct voc_element voc_anchoring =
    TEXT_ELEMENT("anchoring", N_("anchoring"), N_("How it goes on in daily life when the programme ends."));

const struct voc_element voc_backup =
    TEXT_ELEMENT("backup", N_("backup"), N_("What is done when those who deliver fall away."));

const struct voc_element voc_adaptation =
    TEXT_ELEMENT("adaptation", N_("adaptation"), N_("What may be adapted to the place and the people."));

const struct voc_element voc_fidelity =
    TEXT_ELEMENT("fidelity", N_("fidelity"), N_("What must not be left out if it is still to be the same activity."));

const struct voc_element voc_rationale =
    TEXT_ELEMENT("rationale", N_("rationale"), N_("Why this tells something about what one wants to know."));

const struct voc_element voc_disaggregation =
    TEXT_ELEMENT("disaggregation", N_("disaggregation"), N_("How the figures are divided: by age, sex, place."));

const struct voc_element voc_limitations =
    TEXT_ELEMENT("limitations", N_("limitations"), N_("What the figure does not tell, and where it may mislead."));
