# queries.awk: named queries as rows of query_doc and query_parameter:
#
#     awk -f src/store/queries.awk data/queries/*.sql
#
# Reads heads as store/query_head.c does, which is held against it by
# tests/check_asked.c; of the SQL the head is left out.

function quoted(text) {
	gsub(/'/, "''", text)
	return "'" text "'"
}

function trimmed(text) {
	gsub(/^ +| +$/, "", text)
	return text
}

# "NAME TYPE = VALUE (UNIT); MEANING"
function add_parameter(text,   end, left, unit, value, place) {
	end = index(text, ";")
	left = trimmed(substr(text, 1, end - 1))
	if (left ~ /\)$/ && match(left, /\([^(]*\)$/)) {
		unit = substr(left, RSTART + 1, RLENGTH - 2)
		left = trimmed(substr(left, 1, RSTART - 1))
	}
	place = index(left, " = ")
	if (place) {
		value = substr(left, place + 3)
		left = substr(left, 1, place - 1)
	}
	place = index(left, " ")
	parameters = parameters "INSERT INTO query_parameter VALUES (" \
	    quoted(name) ", " ++n ", " quoted(substr(left, 1, place - 1)) \
	    ", " quoted(substr(left, place + 1)) ", " quoted(unit) ", " \
	    quoted(value) ", " quoted(trimmed(substr(text, end + 1))) ");\n"
}

function keep() {
	if (key == "parameter")
		add_parameter(said)
	else if (key != "")
		head[key] = said
	key = ""
}

function put() {
	keep()
	sub(/\n+$/, "\n", sql)
	printf "INSERT INTO query_doc VALUES (%s, %s, %s, %s, %s, %s, %s);\n%s",
	    quoted(name), quoted(head["title"]), quoted(head["question"]),
	    quoted(head["about"]), quoted(head["example"]),
	    quoted(head["picture"]), quoted(sql), parameters
}

FNR == 1 {
	if (name != "")
		put()
	name = FILENAME
	gsub(/^.*\/|\.sql$/, "", name)
	split("", head)
	parameters = sql = key = ""
	n = 0
	inside = 1
}
inside && /^--  / {
	said = said " " trimmed(substr($0, 3))
	next
}
inside && /^-- [a-z]+: / {
	keep()
	key = substr($2, 1, length($2) - 1)
	said = trimmed(substr($0, index($0, ":") + 1))
	next
}
{
	inside = 0
	sql = sql $0 "\n"
}
END {
	if (name != "")
		put()
}
