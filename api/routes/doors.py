"""Doors that other services knock at: Slack's slash command, a webhook for text messages, and oEmbed.

What is asked there is redacted like every question, and neither it nor who asked is kept.
"""

import json
from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, Field

from api.cards import LENGTH, SHORT_LENGTH
from api.dependencies import Address, Reader, TheArchive, TheLimits
from api.doors.chat_answer import chat_answer
from api.doors.signatures import Signed, check_message, check_slack
from api.embed import EmbedIn, EmbedOut, embed_out
from api.identity import VISITOR
from api.open_route import OpenRoute
from api.workflow.exports import LICENCE
from api.workflow.search import read_case
from corpus.casebook.case_codes import number_of
from corpus.errors import BadInput, CaseNotFound
from corpus.outside import is_storable

router = APIRouter(prefix="/api/v1", tags=["doors"], route_class=OpenRoute)
_MOST_FIELDS = 40


async def from_slack(request: Request) -> Signed:
    return await _signed(request, "x-slack-request-timestamp", "x-slack-signature")


async def from_webhook(request: Request) -> Signed:
    return await _signed(request, "x-precedent-timestamp", "x-precedent-signature")


async def _signed(request: Request, timestamp: str, signature: str) -> Signed:
    return Signed(request.headers.get(timestamp, ""), request.headers.get(signature, ""), await request.body())


FromSlack = Annotated[Signed, Depends(from_slack)]
FromWebhook = Annotated[Signed, Depends(from_webhook)]


class MessagesOut(BaseModel):
    messages: list[str] = Field(description="To be sent on one after another, 300 characters or fewer each")
    licence: str = LICENCE


@router.post("/doors/slack", summary="A Slack slash command: three cards for a situation")
def slack(archive: TheArchive, caller: Reader, limits: TheLimits, address: Address, sent: FromSlack) -> dict[str, str]:
    """404 unless the operator named a signing secret. Only whoever asked sees the answer."""
    check_slack(archive.settings.slack_secret_file, sent, archive.clock())
    limits.count_search(address)
    said = chat_answer(archive, _slack_text(sent.body), LENGTH)
    return {"response_type": "ephemeral", "text": "\n\n".join(map(_plain, [*said, f"Cases: {LICENCE}"]))}


@router.post("/doors/sms", summary="A text message: three short cards for a situation")
def sms(archive: TheArchive, caller: Reader, limits: TheLimits, address: Address, sent: FromWebhook) -> MessagesOut:
    """404 unless the operator named a secret. Takes `{"text": ...}`; whatever else is in the body is not read.

    `X-Precedent-Timestamp` holds seconds since 1970, `X-Precedent-Signature` holds `sha256=` and the hexadecimal
    HMAC-SHA256, under the secret, of the timestamp, a full stop and the body.
    """
    check_message(archive.settings.sms_secret_file, sent, archive.clock())
    limits.count_search(address)
    return MessagesOut(messages=chat_answer(archive, _message_text(sent.body), SHORT_LENGTH))


@router.get("/oembed", summary="A case as a card for other sites (oEmbed 1.0)", response_model=None)
def oembed(url: str, archive: TheArchive, caller: Reader, size: Annotated[EmbedIn, Depends()]) -> EmbedOut | Response:
    """`url` is a case's public address. National cases only, whoever asks; JSON only."""
    if size.format != "json":
        return Response(status_code=501)
    head = f"{archive.settings.public_url.rstrip('/')}/cases/"
    if not url.startswith(head):
        raise CaseNotFound("There is no case at that address.")
    case = read_case(archive, VISITOR, number_of(url.removeprefix(head)))
    return embed_out(case, archive.settings.public_url, size.maxwidth, size.maxheight)


def _slack_text(body: bytes) -> str:
    try:
        fields = parse_qs(body.decode(), max_num_fields=_MOST_FIELDS)
    except ValueError:
        raise BadInput("The request could not be read.") from None
    return next(iter(fields.get("text", ())), "")


def _message_text(body: bytes) -> str:
    try:
        sent: Any = json.loads(body)
    except (ValueError, RecursionError):
        raise BadInput("The request could not be read.") from None
    text = sent.get("text", "") if isinstance(sent, dict) else None
    if not isinstance(text, str) or not is_storable(text):
        raise BadInput('Send {"text": ...}.')
    return text


def _plain(text: str) -> str:
    """Slack reads these three as markup: mentions and links are made of them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
