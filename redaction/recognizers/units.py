"""What is measured or counted: a number before one of these is an amount, and neither a code nor an age.

Each is for `alternatives.any_of`; what may stand between, such as "more" and "of", is each reader's own.
"""

TIME = "am|pm|sec|secs|seconds|min|mins|minutes|hours|hrs|hour|day|days|weeks|wks|months|mos|years|yrs"
MEASURE = "percent|pct|degrees|feet|ft|inches|miles|blocks|lbs|pounds|mg|ml|dollars|bucks|points|pts|times|pages|words"
PEOPLE = "kids|students|people|ppl|boys|girls|parents|teachers|staff|families"
