"""The name model as it serves: texts in, NameSpans out, on onnxruntime and tokenizers alone.

Patterns, keep-words and the links between spans are not here; see the recognisers and the redactor.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from corpus.errors import ModelMismatch
from redaction.ner.decoding import NameSpan, Reading
from redaction.ner.features import CLOSING, OPENING, Pieces, piece_id, pieces_of, read_tokenizer
from redaction.ner.model_card import MODEL_FILE, TOKENIZER_FILE, ModelCard, read_card
from redaction.ner.windows import Window, batches_by_length, windows_of

WEIGHTS = Path(__file__).parent / "weights"
"""The weights that ship with the package."""
DOUBT = 0.003
"""Chance from which on a word is not ruled out as a name: in marked texts that the third weights had never seen, nobody
whom other recognisers alone found stood below it, and more than half of what they took for people wrongly did.
"""
_BATCH = 8
_SLOWER = ["SkipLayerNormFusion"]
"""The fused kernel is not vectorised: a tenth of the time goes with it."""


class NameModel:
    """Finds names; safe to call from several threads at once."""

    def __init__(self, session: onnxruntime.InferenceSession, tokenizer: Tokenizer, card: ModelCard) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._opening, self._closing = (piece_id(tokenizer, mark) for mark in (OPENING, CLOSING))
        self.card = card

    @classmethod
    def load(cls, folder: Path = WEIGHTS, cores: int = 1) -> "NameModel":
        """The model of that folder, run on `cores` threads; raises ModelMismatch where a file is not the
        one that the card names.
        """
        card = read_card(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = cores
        options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # it holds on to a dozen MB and saves no time
        try:
            session = onnxruntime.InferenceSession(
                str(folder / MODEL_FILE), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER
            )
            return cls(session, read_tokenizer(folder / TOKENIZER_FILE), card)
        except Exception as error:  # neither library has an error family of its own
            raise ModelMismatch("The name model's weights can't be loaded; install them again.") from error

    def spans(
        self, texts: Sequence[str], dial: Mapping[str, float] | None = None, *, doubts: bool = False
    ) -> list[list[NameSpan]]:
        """The names in each text, in order of start, never overlapping; nothing of a text is ever cut off.

        `dial` gives labels another odds multiplier than the card's; a label at 0 is never found. With `doubts`, the
        words that may just be one follow them.
        """
        odds = {**self.card.dial, **(dial or {})}
        readings = self.read(texts)
        if doubts:
            return [reading.spans(odds) + reading.doubts(odds, DOUBT) for reading in readings]
        return [reading.spans(odds) for reading in readings]

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """What the model makes of each text before any dial, for trying several."""
        pieces = pieces_of(self._tokenizer, texts)
        return [
            Reading.of(text, of_text, logits, self.card.labels)
            for text, of_text, logits in zip(texts, pieces, self._logits(pieces), strict=True)
        ]

    def _logits(self, pieces: Sequence[Pieces]) -> list[npt.NDArray[np.float32]]:
        """Per text an array (pieces, classes)."""
        classes = 1 + 2 * len(self.card.labels)
        logits = [np.zeros((len(of_text.ids), classes), np.float32) for of_text in pieces]
        for batch in batches_by_length(windows_of([len(of_text.ids) for of_text in pieces]), _BATCH):
            (found,) = self._session.run(None, self._inputs(batch, pieces))
            for window, row in zip(batch, found, strict=True):
                first = window.keep_from - window.start + 1
                logits[window.text][window.keep_from : window.keep_to] = row[
                    first : first + window.keep_to - window.keep_from
                ]
        return logits

    def _inputs(self, batch: Sequence[Window], pieces: Sequence[Pieces]) -> dict[str, npt.NDArray[np.int64]]:
        """Arrays (windows, pieces) padded with 0, which is the padding piece and no shape."""
        longest = max(window.end - window.start for window in batch) + 2
        ids, shapes, mask = (np.zeros((len(batch), longest), np.int64) for _ in range(3))
        for row, window in enumerate(batch):
            of_text, length = pieces[window.text], window.end - window.start
            ids[row, : length + 2] = (self._opening, *of_text.ids[window.start : window.end], self._closing)
            shapes[row, 1 : length + 1] = of_text.shapes[window.start : window.end]
            mask[row, : length + 2] = 1
        return {"ids": ids, "shapes": shapes, "mask": mask}
