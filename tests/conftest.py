"""Fixtures of the whole house."""

import os
import warnings
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of shared test data beside the working copy; without it the test is skipped, and says so."""
    folder = Path(os.environ.get("JINGWEI_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"NO SHARED TEST DATA: {folder} is absent; set JINGWEI_SHARED to the folder that holds data/ and domain/")
    return folder
