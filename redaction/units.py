"""What is counted or measured: a number before one of these is an amount, and no code, age or count of people."""

TIME = "am|pm|sec|secs|seconds|min|mins|minutes|hours|hrs|hour|day|days|weeks|wks|months|mos|years|yrs"
MEASURE = "percent|pct|degrees|feet|ft|inches|miles|blocks|lbs|pounds|mg|ml|dollars|bucks|points|pts|times|pages|words"
PEOPLE = "kids|students|people|ppl|boys|girls|parents|teachers|staff|families"
"""All for `alternatives.any_of`; two that stand alone, "more" and "of", are each reader's own."""
