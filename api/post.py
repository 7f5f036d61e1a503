"""The post: sends a reminder by SMTP where the operator named a server; the only file that opens that door."""

import smtplib
from email.message import EmailMessage
from email.policy import default
from email.utils import make_msgid

from api.settings import Settings
from corpus.errors import PostUnavailable

_TIMEOUT_SECONDS = 20
_WHOLE_ADDRESSES = default.clone(max_line_length=998)
"""RFC 5322's limit: at the usual 78 a long address in a header would be written in code, which no reader opens."""


class Smtp:
    """One connection a letter; TLS unless the operator turned it off for a server on the same machine."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def send(self, to: str, subject: str, text: str, ends_at: str = "") -> None:
        """Raises PostUnavailable; neither address nor text is in it."""
        letter = _letter(self._settings.smtp_from, to, subject, text)
        _say_how_to_end(letter, ends_at)
        try:
            with smtplib.SMTP(self._settings.smtp_host, self._settings.smtp_port, timeout=_TIMEOUT_SECONDS) as server:
                self._greet(server)
                server.send_message(letter)
        except (smtplib.SMTPException, OSError) as error:
            raise PostUnavailable(f"The mail server did not take it: {type(error).__name__}.") from None

    def _greet(self, server: smtplib.SMTP) -> None:
        if self._settings.smtp_tls:
            server.starttls()
        if self._settings.smtp_name and self._settings.smtp_password_file:
            password = self._settings.smtp_password_file.read_text(encoding="utf-8").strip()
            server.login(self._settings.smtp_name, password)


def post_office(settings: Settings) -> Smtp | None:
    """None where no server is named: then nothing is ever sent."""
    return Smtp(settings) if settings.smtp_host and settings.smtp_from else None


def _letter(sender: str, to: str, subject: str, text: str) -> EmailMessage:
    letter = EmailMessage(policy=_WHOLE_ADDRESSES)
    letter["From"], letter["To"], letter["Subject"] = sender, to, subject
    letter["Message-ID"] = make_msgid(domain=sender.rpartition("@")[2] or None)
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(text)
    return letter


def _say_how_to_end(letter: EmailMessage, ends_at: str) -> None:
    """A button in the mail program; with one click (RFC 8058) where the address is HTTPS, as that asks."""
    if ends_at:
        letter["List-Unsubscribe"] = f"<{ends_at}>"
    if ends_at.startswith("https://"):
        letter["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
