#!/usr/bin/python3
"""Writes a model file of about N elements for measuring.

Usage: make_model.py N [--wrong] [--rich] [--boxes] > model.xml

A group is one activity with a sign, a target and a link, and one effect: 11
elements with the words, ids and references that a real file has per element.
--wrong misspells something in every group; --rich adds what more of the format is for:
a component, a resource, a baseline, an assumption and a risk, and in every tenth group a question,
17 to 18 elements a group; --boxes makes N boxes for a diagram: two thirds of them activities and
sub-goals, with few links each, as on a wall.
"""
import sys

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<programme xmlns="urn:x-virkning:programme" format="1" id="bænk" kind="project" xml:lang="da">
  <title>Flere børn og unge trives i nærmiljøet</title>
  <owner>Eksempel Kommune</owner>
  <period from="2026" to="2030"/>
  <purpose>Børn trives, også når livet hjemme er svært.</purpose>
  <horizon id="mellem" from="1" to="3"><title>Mellemlang virkning (1-3 år)</title></horizon>
  <horizon id="lang" from="4" to="6"><title>Langsigtet virkning (4-6 år)</title></horizon>
  <place id="byen" role="intervention"><title>Eksempelby</title></place>
  <role id="leder" kind="project-leader"><title>Projektleder</title></role>
  <target-group id="børn" ages="0-18"><title>Børn og unge</title></target-group>
  <source id="fremmøde" kind="registration" every="P1M" owner="leder"><title>Registrering af fremmøde</title></source>
"""

GROUP = """  <activity id="aktivitet-{i}" {status}="running" from="2026-0{m}" place="byen" for="børn">
    <title>Fælles morgenmad i børnehaven, gruppe {i}</title>
    <indicator id="tegn-{i}" role="process" type="proportion" unit="%" direction="up" source="fremmøde" owner="leder">
      <title>Andel af familierne, der er med mindst én gang om måneden</title>
      <numerator>familier, der har været med mindst én gang</numerator>
      <denominator>alle familier i børnehaven</denominator>
      <target place="byen" date="2027-0{m}" value="7{m}" level="realistic" decided-by="leder"/>
    </indicator>
    <leads-to id="pil-{i}" ref="virkning-{i}" origin="interpreted" evidence="1">
      <mechanism>Forældrene øver nye vaner sammen med andre i samme situation.</mechanism>
    </leads-to>
  </activity>
  <effect id="virkning-{i}" horizon="mellem" kind="effect" who="forældre">
    <title>Forældre støtter barnets hverdag på en ny måde {i}</title>
  </effect>
"""
PER_GROUP = 11

RICH = """  <activity id="aktivitet-{i}" status="running" from="2026-0{m}" place="byen" for="børn" anchored-by="leder">
    <title>Fælles morgenmad i børnehaven, gruppe {i}</title>
    <component by="leder" mode="group" sessions="10" minutes="60" weeks="20" reach="40"><title>Morgenmad og samtale</title></component>
    <resource kind="hours" amount="40" year="2026" by="leder"/>
    <indicator id="tegn-{i}" role="process" type="proportion" unit="%" direction="up" source="fremmøde" owner="leder">
      <title>Andel af familierne, der er med mindst én gang om måneden</title>
      <numerator>familier, der har været med mindst én gang</numerator>
      <denominator>alle familier i børnehaven</denominator>
      <baseline value="4{m}" k="4{m}" n="100" date="2025"/>
      <target place="byen" date="2027-0{m}" value="7{m}" level="realistic" decided-by="leder"/>
    </indicator>
    <leads-to id="pil-{i}" ref="virkning-{i}" origin="interpreted" evidence="1">
      <mechanism>Forældrene øver nye vaner sammen med andre i samme situation.</mechanism>
      <assumption critical="yes">Forældrene har tid om morgenen.</assumption>
      <risk probability="2" consequence="3" mitigation="To værter ad gangen" owner="leder">Værten falder fra.</risk>
    </leads-to>
  </activity>
  <effect id="virkning-{i}" horizon="mellem" kind="effect" who="forældre">
    <title>Forældre støtter barnets hverdag på en ny måde {i}</title>
  </effect>
"""
QUESTION = """  <question id="spørgsmål-{i}" type="process" about="aktivitet-{i}" indicators="tegn-{i}" audience="leder">
    <title>Kommer familierne i gruppe {i}?</title>
    <criterion>Syv af ti familier</criterion>
    <decision>Fortsæt, juster eller stop</decision>
    <method code="interview" when="2027-0{m}" by="leder" asks="børn"/>
  </question>
"""
PER_RICH = 17.5


def groups(count, wrong, rich):
    print(HEAD, end="")
    group, size = (RICH, PER_RICH) if rich else (GROUP, PER_GROUP)
    status = "staus" if wrong else "status"
    for i in range(1, max(1, int((count - 14) / size)) + 1):
        sys.stdout.write(group.format(i=i, m=i % 9 + 1, status=status))
        if rich and i % 10 == 0:
            sys.stdout.write(QUESTION.format(i=i, m=i % 9 + 1))
    print("</programme>")


def boxes(count):
    """`count` boxes in three columns: activities, sub-goals, goals."""
    activities, goals = count // 2, max(1, count // 10)
    effects = count - activities - goals
    print(HEAD, end="")
    for i in range(activities):
        targets = {i * effects // activities, (i * effects // activities + i % 3) % effects}
        links = "".join(
            f'<leads-to ref="delmål-{t}" origin="{("source", "interpreted")[i % 2]}">'
            "<mechanism>De øver sig sammen.</mechanism></leads-to>" for t in sorted(targets))
        print(f'  <activity id="aktivitet-{i}" status="running" from="2026"><title>Aktivitet {i}: '
              f"fælles morgenmad for familier i børnehaven</title>{links}</activity>")
    for i in range(effects):
        print(f'  <effect id="delmål-{i}" horizon="mellem" kind="sub-goal" who="forældre"><title>'
              f"Delmål {i}: forældre støtter barnets hverdag</title>"
              f'<leads-to ref="mål-{i * goals // effects}" origin="source"><mechanism>Hverdagen '
              "bliver lettere.</mechanism></leads-to></effect>")
    for i in range(goals):
        print(f'  <effect id="mål-{i}" horizon="lang" kind="goal" who="børn"><title>Mål {i}: børn '
              "trives i hverdagen</title></effect>")
    print("</programme>")


def main():
    count = int(sys.argv[1])
    if "--boxes" in sys.argv:
        boxes(count)
    else:
        groups(count, "--wrong" in sys.argv, "--rich" in sys.argv)


if __name__ == "__main__":
    main()
