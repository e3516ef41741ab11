#!/bin/sh
# embed.sh FOLDER...: the files of these folders as a C table for asset.c: name
# (below its folder), type by its ending, bytes, and an ETag by its contents.
# One of the same name in a later folder is left out.
set -eu
LC_ALL=C
export LC_ALL
type_of() {
	case $1 in
	*.html) echo 'text/html; charset=utf-8' ;;
	*.css) echo 'text/css; charset=utf-8' ;;
	*.js | *.mjs) echo 'text/javascript; charset=utf-8' ;;
	*.json) echo 'application/json' ;;
	*.svg) echo 'image/svg+xml' ;;
	*.png) echo 'image/png' ;;
	*.txt) echo 'text/plain; charset=utf-8' ;;
	*) return 1 ;;
	esac
}
echo '/* Made by src/web/embed.sh. */'
table=
n=0
seen=' '
for folder; do
	[ -d "$folder" ] || continue
	list=$(cd "$folder" && find . -type f ! -name '.*' | sort)
	for file in $list; do
		name=${file#./}
		type=$(type_of "$name") || continue
		case $seen in *" $name "*) continue ;; esac
		seen="$seen$name "
		n=$((n + 1))
		echo "static const unsigned char file_$n[] = {"
		od -An -v -tu1 "$folder/$name" | sed 's/  *\([0-9]\)/\1/
			s/\([0-9]\)  */\1,/g
			s/$/,/'
		echo '0 };'
		sum=$(cksum <"$folder/$name" | tr ' ' '-')
		table="$table	{ \"$name\", \"$type\", \"\\\"$sum\\\"\",
	    file_$n, sizeof(file_$n) - 1 },
"
	done
done
echo 'static const struct dt_asset assets[] = {'
printf '%s' "$table"
printf '\t{ NULL },\n};\n'
