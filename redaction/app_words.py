"""What chat apps write themselves, word for word: marks of files, deleted messages, who came and went. It names nobody.

Only the apps' own words are here, never the room for a name between them, so that keeping them shows nobody.
"""

from functools import cache

import regex

from redaction.canonical import canonical

_PHRASES = """
<media omitted>|<multimedia omitido>|<archivo omitido>|image omitted|video omitted|audio omitted|sticker omitted
gif omitted|photo omitted|document omitted|contact card omitted|voice message omitted|video note omitted
imagen omitida|foto omitida|video omitido|audio omitido|sticker omitido|gif omitido|documento omitido
tarjeta de contacto omitida|nota de voz omitida|<attached:|<adjunto:|(file attached)|(archivo adjunto)|[photo]
[video]|[image]|[sticker]|[gif]|[audio]|[voice message]|[foto]|[imagen]|image attached|photo attached
1 attachment|2 attachments|3 attachments|live location shared|poll:|option:|encuesta:|opción:
this message was deleted|you deleted this message|this message has been deleted|this message was edited
waiting for this message|se eliminó este mensaje|eliminaste este mensaje|este mensaje fue eliminado
este mensaje ha sido eliminado|se editó este mensaje|missed voice call|missed video call|missed group voice call
missed group video call|missed call|tap to call back|no answer|llamada perdida|llamada de voz perdida
llamada de video perdida|videollamada perdida|sin respuesta|messages and calls are end-to-end encrypted
los mensajes y las llamadas están cifrados de extremo a extremo|tap to learn more|security code changed
your security code with|cambió tu código de seguridad|toca para obtener más información
joined using this group's invite link|joined using a group link
se unió usando el enlace de invitación de este grupo|changed the subject|changed the group name
changed this group's icon|changed the group description|created group|created this group|added you|te añadió
te agregó|creó el grupo|creó este grupo|salió del grupo|cambió el asunto|cambió el nombre del grupo
cambió el ícono|añadió a|agregó a|eliminó a|joined the channel|left the channel|set the channel topic
renamed the channel|joined the group|left the group|left the conversation|unsent a message|laughed at an image
shared all chat history|meeting started|meeting ended
"""


def app_words(text: str) -> list[tuple[int, int]]:
    """Where an app's own words stand in a canonical text."""
    return [match.span() for match in _expression().finditer(text)]


@cache
def _expression() -> "regex.Pattern[str]":
    phrases = {
        canonical(phrase).text.casefold() for line in _PHRASES.split("\n") for phrase in line.split("|") if phrase
    }
    return regex.compile(r"(?<![\w-])\L<phrases>(?!\w)", regex.IGNORECASE, phrases=phrases)
