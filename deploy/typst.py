"""A thin shim: the part of Typst's command line that we use, over the wheel from PyPI.

Same options, same meaning, same exit codes as the official program (`typst compile --help`), so that either
can stand behind the generator. Options it does not know are refused, never ignored.

One command is its own, because starting an interpreter costs more than a document: `typst each FILE` runs every
command line of FILE, a JSON list of lists of words, and stops at the first that fails.
"""

import argparse
import functools
import json
import sys

# As in deploy/packages.txt: another version may draw other bytes.
PINNED = "0.15.2"


def wheel():
    try:
        from importlib.metadata import version

        import typst
    except ImportError:
        fail(f"chưa có gói typst {PINNED} của PyPI trong .venv/; hãy chạy deploy/setup", 127)
    found = version("typst")
    if found != PINNED:
        fail(f"cần gói typst {PINNED} của PyPI, máy đang có {found}; hãy chạy deploy/setup", 127)
    return typst


def fail(message, code=1):
    print(f"typst: {message}", file=sys.stderr)
    raise SystemExit(code)


def pair(text):
    key, equals, value = text.partition("=")
    if not equals or not key:
        raise argparse.ArgumentTypeError("expected key=value")
    return key, value


def arguments():
    parser = argparse.ArgumentParser(prog="typst", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"typst {PINNED} (PyPI)")
    commands = parser.add_subparsers(dest="command", required=True)
    compiler = commands.add_parser("compile", allow_abbrev=False)
    compiler.add_argument("input")
    compiler.add_argument("output")
    compiler.add_argument("--root")
    compiler.add_argument("--input", dest="inputs", action="append", type=pair, default=[])
    compiler.add_argument("--font-path", action="append", default=[])
    compiler.add_argument("--ignore-system-fonts", action="store_true")
    compiler.add_argument("--ignore-embedded-fonts", action="store_true")
    compiler.add_argument("--creation-timestamp", type=int)
    compiler.add_argument("--format", choices=["pdf"], default="pdf")
    compiler.add_argument("--pdf-standard", type=lambda text: text.split(","), default=[])
    several = commands.add_parser("each", allow_abbrev=False)
    several.add_argument("file")
    return parser


@functools.cache
def fonts_of(with_system, with_embedded, paths):
    return wheel().Fonts(
        include_system_fonts=with_system, include_embedded_fonts=with_embedded, font_paths=list(paths)
    )


def main():
    parser = arguments()
    chosen = parser.parse_args()
    if chosen.command == "compile":
        return compile_one(chosen)
    with open(chosen.file, encoding="utf-8") as lines:
        for words in json.load(lines):
            compile_one(parser.parse_args(words))


def compile_one(chosen):
    typst = wheel()
    fonts = fonts_of(not chosen.ignore_system_fonts, not chosen.ignore_embedded_fonts, tuple(chosen.font_path))
    try:
        _, warnings = typst.compile_with_warnings(
            chosen.input,
            output=chosen.output,
            root=chosen.root,
            font_paths=fonts,
            format=chosen.format,
            sys_inputs=dict(chosen.inputs),
            pdf_standards=chosen.pdf_standard,
            timestamp=chosen.creation_timestamp,
        )
    except typst.TypstError as error:
        print(error.diagnostic or error.message, file=sys.stderr)
        raise SystemExit(1) from None
    for warning in warnings:
        print(warning.diagnostic or warning.message, file=sys.stderr)


if __name__ == "__main__":
    main()
