"""Where what training made lies: beside the module in a wheel, under models/ in the repository."""

from __future__ import annotations

from pathlib import Path

from integritetskoll.errors import PipelineError


def find_shipped(module: Path, folder: str, file: str) -> Path:
    """Return the `folder` that holds `file`, for a module two packages below ours.

    PipelineError `pipeline_missing` when there is none.
    """
    here = module.resolve()
    places = (here.with_name(folder), *(above / "models" / folder for above in here.parents[3:5]))
    for place in places:
        if (place / file).is_file():
            return place
    raise PipelineError("pipeline_missing", pipeline=folder)
