"""What searches lose to redaction; `python -m tests.benchmarks.query_redaction [--words]`.

Over the tune half of the golden queries and the leaders' phrasings, which hold hardly a name: how many are changed as a
search is and as a kept one is, and the processor time of one.
"""

import argparse
import time
from functools import partial

from redaction.redactor import build_redactor
from tests.benchmarks.retrieval_golden import leader_queries, starter_collection


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", action="store_true", help="print what is removed from searches")
    chosen = parser.parse_args()
    tune = [query for query in starter_collection().queries if query.half == "tune"]
    texts = [query.text for query in (*tune, *leader_queries())]
    redactor = build_redactor()
    for name, redact in (
        ("searches", redactor.redact_query),
        ("kept for others", partial(redactor.redact_query, kept=True)),
    ):
        started = time.process_time()
        removed = [(text, redact(text)[1]) for text in texts]
        each = 1000 * (time.process_time() - started) / len(texts)
        changed = [(text, mentions) for text, mentions in removed if mentions]
        print(f"{name}: {len(changed)} of {len(texts)} changed, {each:.1f} ms of processor time each")
        if chosen.words and redact == redactor.redact_query:
            for text, mentions in changed:
                print(f"  {text!r}: {[(text[m.start : m.end], m.kind.name, m.recognizer) for m in mentions]}")


if __name__ == "__main__":
    main()
