"""Which answer each family of errors gets: once for JSON here, drawn as pages by web from the same table."""

from collections.abc import Iterator, Sequence

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.schemas import Strict
from corpus import errors

log = structlog.get_logger()

STATUS: dict[type[Exception], int] = {
    errors.HostileExport: 422,
    errors.BadInput: 422,
    errors.CaseWithdrawn: 410,
    errors.NotFound: 404,
    errors.AccessDenied: 403,
    errors.MoveNotAllowed: 409,
    errors.Conflict: 409,
    errors.TooMany: 429,
    errors.Unready: 503,
    errors.ArchiveError: 500,
}
RETRY_AFTER_SECONDS = 30
SOON_SECONDS = 3
_UNREADABLE, _TOO_LARGE = 400, 413
BROKEN = "Something went wrong on our side. Nothing that you handed in before is lost; please try again."


def status_of(error: Exception) -> int:
    """The HTTP status of the nearest ancestor that has one."""
    return next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)


def headers_of(error: Exception) -> dict[str, str]:
    if not isinstance(error, errors.Unready | errors.TooMany):
        return {}
    return {"Retry-After": str(SOON_SECONDS if isinstance(error, errors.Overloaded) else RETRY_AFTER_SECONDS)}


def has_long_field(error: HTTPException) -> bool:
    """Whether a form was refused for one field of text; the parser says so only in words, under status 400."""
    return error.status_code == _UNREADABLE and "exceeded maximum size" in error.detail


def problems_of(error: Exception) -> dict[str, str]:
    """Field to sentence, where the error names fields."""
    return error.problems if isinstance(error, errors.InvalidCase) else {}


def field_problems(error: RequestValidationError) -> dict[str, str]:
    """Location and type of each problem; never the value, nor a key that the caller made up: both may hold names."""
    return {_place(problem["loc"]): problem["type"] for problem in error.errors()}


def _place(parts: Sequence[int | str]) -> str:
    known = {"body", "query", "path"} | {name for model in _models(Strict) for name in model.model_fields}
    return ".".join(str(part) if isinstance(part, int) or part in known else "?" for part in parts)


def _models(base: type[Strict]) -> Iterator[type[Strict]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


def answer_json(app: FastAPI) -> None:
    """Installs the JSON answers on the application."""
    app.add_exception_handler(errors.ArchiveError, _archive_error)
    app.add_exception_handler(RequestValidationError, _validation_error)
    app.add_exception_handler(HTTPException, _http_error)


def _archive_error(_request: Request, error: Exception) -> JSONResponse:
    content = {"error": type(error).__name__, "says": str(error), "problems": problems_of(error)}
    return JSONResponse(content, status_of(error), headers_of(error))


def _validation_error(_request: Request, error: Exception) -> JSONResponse:
    problems = field_problems(error) if isinstance(error, RequestValidationError) else {}
    says = "Some fields are missing or not of the right kind; see problems."
    return JSONResponse({"error": "InvalidRequest", "says": says, "problems": problems}, 422)


def _http_error(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        return JSONResponse({"error": "HTTP", "says": BROKEN, "problems": {}}, 500)
    status, says = error.status_code, _PLAIN.get(error.status_code, BROKEN)
    if has_long_field(error):
        status, says = _TOO_LARGE, _LONG_FIELD
    return JSONResponse({"error": "HTTP", "says": says, "problems": {}}, status, dict(error.headers or {}))


_LONG_FIELD = "One field of text is too large. Send a long text as a file."
_PLAIN = {
    400: "The request could not be read.",
    404: "There is nothing at this address.",
    405: "This address does not take that method.",
    413: "That is too large. 20 MB is the most.",
}
