#!/bin/sh
# Turns SQL on stdin into a C header on stdout:
#     sh src/store/embed.sh schema < src/store/schema.sql > store/schema_sql.h
# An array of bytes, since C promises string literals only up to 4095
# characters.
set -e
echo '/* Made by src/store/embed.sh from '"$1"'.sql. */'
echo "static const char dt_$1_sql[] = {"
LC_ALL=C od -A n -v -t o1 | sed 's/  *\([0-7][0-7]*\)/'"'\\\\\\1',"'/g'
printf '%s\n' "'\\0'" '};'
