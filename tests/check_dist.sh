#!/bin/sh
# A release: the tarball has every file of the repository, and what makes it
# build without autotools. With RELEASE=1 (make campaigns) it is built: in two
# folders, where there is no autotool and, where the system allows it, no
# network; both come to the same bytes, and what was installed answers.
# Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need git
[ -e "$srcdir/.git" ] || skip "not a checkout"
[ -f "$builddir/Makefile" ] || skip "not built here"
unset MAKEFLAGS MAKELEVEL MFLAGS
tree=$work/detente

claim "a tree is made" make -s -C "$builddir" distdir distdir="$tree"
# What git keeps for itself is left out.
all_there() {
	git -C "$srcdir" ls-files | grep -v '^\.gitignore$' |
	    while IFS= read -r file; do
		[ -e "$tree/$file" ] || echo "$file"
	done >lacking
	cat lacking
	[ ! -s lacking ]
}
claim "it has every file of the repository" all_there
claim "it can be configured at once" [ -x "$tree/configure" ]
no_more() {
	find "$tree" -name '*.db' -o -name '*.o' -o -name '.git' >more
	cat more
	[ ! -s more ]
}
claim "it has nothing that was made by running it" no_more
[ -n "${RELEASE:-}" ] || { finish; exit; }

# Tools that a bare machine lacks fail here.
mkdir bare
for tool in autoconf autoheader automake aclocal autoreconf git npm; do
	printf '#!/bin/sh\necho "%s is not here" >&2\nexit 127\n' $tool \
	    >bare/$tool
	chmod +x bare/$tool
done
offline=
unshare -rn true 2>/dev/null && offline="unshare -rn"
# build FOLDER
build() (
	mkdir -p "$1" && cp -Rp "$tree" "$1/source" && cd "$1/source" &&
	    PATH=$work/bare:$PATH $offline sh -ec 'mkdir _build; cd _build
		../configure -q --enable-hardening
		make -s
		make -s install DESTDIR="$PWD/../../image"'
)
claim "it builds (${offline:-with a network})" build one
claim "it builds in another folder" build another/deeper
same() {
	for file in bin/detente lib/libdetente.so; do
		cmp one/image/usr/local/$file \
		    another/deeper/image/usr/local/$file || return 1
	done
}
claim "both come to the same bytes" same
answers() {
	image=$work/one/image/usr/local
	DETENTE_PATH=$image/share/detente LD_LIBRARY_PATH=$image/lib \
	    "$image/bin/detente" solve two-powers --treaty grim >out 2>err &&
	    grep -q 'holds' out
}
claim "what was installed answers" answers
finish
