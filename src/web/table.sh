#!/bin/sh
# table.sh TO PAGES MODULES...: the table TO of all that asset.c gives out, the
# files below PAGES and the library out of MODULES; TO changes only where they
# have. All is made in a folder of this run alone: two makes can be at it at
# once, as where make check makes an archive.
set -eu
to=$1
pages=$2
shift 2
here=$(dirname "$0")
new=$to.$$
trap 'rm -rf "$new"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$new"
sh "$here/library.sh" "$new/library" "$@" 2>"$new/said" || {
	cat "$new/said" >&2
	exit 1
}
sh "$here/embed.sh" "$pages" "$new/library" >"$new/table"
cmp -s "$new/table" "$to" && exit
cat "$new/said" >&2
mv "$new/table" "$to"
