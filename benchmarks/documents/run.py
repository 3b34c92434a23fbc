"""Times documents of every kind, cold and warm, beside WeasyPrint on the same words in the same run.

`make bench-documents`. Wall is noise on a busy machine; CPU counts the program and what it started. WeasyPrint gets the
words of each PDF as simple HTML with the paper, margins and sizes of the decree: less work than ours does (no fields,
no QR code, no archive standard), so the ratio is a floor.
"""

import html
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build/release/document-times"
GATES = {  # kind and way: wall seconds at most
    ("all public documents", "cold"): 1.5, ("500 invitations, one file", "PDF"): 10, ("500 invitations", "DOCX"): 5,
}
STYLE = """
@page { size: A4; margin: 20mm 15mm 20mm 30mm; @top-center { content: counter(page); font-size: 13pt } }
@page :first { @top-center { content: "" } }
body { font: 14pt "Liberation Serif"; text-align: justify } p { margin: 6pt 0; text-indent: 1.27cm }
h1, h2, h3 { font-size: 14pt } h1, .mid { text-align: center; text-indent: 0 } table { width: 100% }
section + section { break-before: page }
"""


def words(runs: list[dict]) -> str:
    return html.escape("".join(run["text"] for run in runs))


def passage(value: dict) -> str:
    kind, label = value["kind"], html.escape(value["label"])
    if kind == "list":
        items = ("".join(map(passage, item["passages"])) for item in value["items"])
        return "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    if kind == "table":
        rows = [value["table"]["head"], *value["table"]["rows"]]
        return "<table>" + "".join(
            "<tr>" + "".join(f"<td>{words(cell)}</td>" for cell in row) + "</tr>" for row in rows) + "</table>"
    tag = {"part": "h2", "section": "h3", "subsection": "h3"}.get(kind, "p")
    return f"<{tag}>{label} {words(value['runs'])}</{tag}>"


def block(item: dict) -> str:
    (kind, value), = item.items()
    if kind == "passage":
        return passage(value)
    if kind == "title":
        return f"<h1>{html.escape(value['name'])}<br>{html.escape(value['abstract'])}</h1>"
    lines: list[str] = []

    def collect(part):
        if isinstance(part, str):
            lines.append(part)
        elif isinstance(part, dict):
            for key, inner in part.items():
                if key not in {"kind", "rows", "name", "alignment"}:
                    collect(inner)
        elif isinstance(part, list):
            for inner in part:
                collect(inner)

    collect(value)
    return "".join(f"<p class=mid>{html.escape(line)}</p>" for line in lines if line)


def page(paper: dict) -> str:
    sections = ("<section>" + "".join(map(block, section["blocks"])) + "</section>" for section in paper["sections"])
    return f"<html lang=vi><title>{html.escape(paper['title'])}</title><style>{STYLE}</style>{''.join(sections)}</html>"


def weasyprint(paper: Path) -> dict:
    """In a process of its own, as a generator would start it, so that starting counts, as it does for ours."""
    source = paper.with_suffix(".html")
    source.write_text(page(json.loads(paper.read_text("utf-8"))), "utf-8")
    code = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([sys.executable, "-c", code, source, source.with_suffix(".pdf")], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"wall": time.monotonic() - began, "cpu": cpu}


def main():
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([PROGRAM, ROOT, folder], capture_output=True, text=True, check=True)
        rows = [json.loads(line) for line in done.stdout.splitlines()]
        ours = defaultdict(list)
        for row in rows:
            ours[row["kind"], row["way"]].append(row)
        theirs = {path.stem: weasyprint(path) for path in sorted(Path(folder).glob("*.json"))}
    print(f"{'kind':26} {'way':10} {'files':>5} {'pages':>5} {'wall s':>8} {'CPU s':>8} {'WeasyPrint CPU s':>17} {'ratio':>6}")
    missed = []
    for (kind, way), times in ours.items():
        wall, cpu = (statistics.median(row[part] for row in times) for part in ("wall", "cpu"))
        other = theirs.get("invitations" if kind.startswith("500 invitations,") else kind) if way == "PDF" else None
        beside = f"{other['cpu']:17.3f} {cpu / other['cpu']:6.2f}" if other else ""
        print(f"{kind:26} {way:10} {times[0]['count']:5} {times[0]['pages'] or '':>5} {wall:8.3f} {cpu:8.3f} {beside}")
        gate = GATES.get((kind, way))
        if gate is not None and wall > gate:
            missed.append(f"{kind}, {way}: {wall:.2f} s, at most {gate} s")
    for line in missed:
        print("gate missed:", line)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
