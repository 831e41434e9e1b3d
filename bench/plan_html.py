#!/usr/bin/python3
"""Writes the content of an evaluation plan as HTML, for the peers of the plan benchmark.

Usage: plan_html.py MODEL.xml DIAGRAM.svg OUT.html
The same model, the same tables and the same diagram as `virkning plan` prints.
"""
import html
import sys
import xml.etree.ElementTree as ET

V = "{urn:x-virkning:programme}"
CSS = """@page{size:A4;margin:20mm 15mm}body{font:9.5pt/14pt "Open Sans";color:#1b2a33}
h1{font-size:22pt;line-height:28pt}h2{font-size:13pt;line-height:18pt}
table{border-collapse:collapse;width:100%;font-size:8.5pt;line-height:12pt}
th{text-align:left;border-bottom:1.2pt solid #0b3b47}td{border-bottom:.75pt solid #dbe2e6;vertical-align:top}
img{width:100%}"""


def text(node, name):
    child = node.find(V + name)
    return html.escape(" ".join((child.text or "").split())) if child is not None else ""


def table(headings, rows):
    head = "".join(f"<th>{h}</th>" for h in headings)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def main():
    model, diagram, out = sys.argv[1:]
    root = ET.parse(model).getroot()
    effects = {e.get("id"): text(e, "title") for e in root.iter(V + "effect")}
    parts = [f"<!doctype html><meta charset=utf-8><title>{text(root, 'title')}</title>",
             f"<style>{CSS}</style><h1>{text(root, 'title')}</h1><p>{text(root, 'purpose')}</p>",
             f"<h2>Programteori</h2><img src='{diagram}' alt='Programteori'>"]
    links, theory, indicators = [], [], []
    for activity in root.iter(V + "activity"):
        name = text(activity, "title")
        for link in activity.findall(V + "leads-to"):
            links.append((name, effects[link.get("ref")], text(link, "mechanism"),
                          link.get("evidence") or "", link.get("origin") or ""))
            theory.append((name, "<br>".join(text(i, "title")
                                             for i in activity.findall(V + "indicator")),
                           effects[link.get("ref")]))
        for i in activity.findall(V + "indicator"):
            target = i.find(V + "target")
            indicators.append((i.get("id"), f"{text(i, 'title')}<br>{text(i, 'numerator')}<br>"
                               f"{text(i, 'denominator')}", target.get("value"), target.get("date"),
                               i.get("direction"), i.get("source"), i.get("owner")))
    parts.append(table(("Aktivitet", "Tegn", "Virkning"), theory))
    parts.append("<h2>Sammenhænge</h2>" + table(("Fra", "Til", "Mekanisme", "Evidens", "Ophav"),
                                                links))
    parts.append("<h2>Indikatorer</h2>" + table(("Id", "Definition", "Mål", "Dato", "Retning",
                                                "Kilde", "Ansvarlig"), indicators))
    with open(out, "w", encoding="utf-8") as file:
        file.write("\n".join(parts))


if __name__ == "__main__":
    main()
