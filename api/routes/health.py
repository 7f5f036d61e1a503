"""What works right now, for whoever watches the archive; counts and yes or no, never text."""

from typing import Any

from fastapi import APIRouter, Response

from api.dependencies import Reader, TheArchive
from api.workflow.health import health

router = APIRouter(tags=["operate"])


@router.get("/health", summary="What works right now")
def read_health(archive: TheArchive, caller: Reader, response: Response) -> dict[str, Any]:
    """200 while readers are served, 503 when they are not; parts that are down are named either way."""
    report = health(archive)
    response.status_code = 200 if report.serving else 503
    return report.as_mapping()
