#!/bin/sh
# The site of manual pages (make html): every page is on it and in its index, and
# no link of it leads nowhere. Ends with "N passed, N failed".
. "${srcdir:-.}/tests/lib.sh"
need mandoc
need python3
pages=$(ls "$builddir"/man/*.[1-9] "$srcdir"/man/*.[1-9] |
    awk -F/ '!seen[$NF]++')
# shellcheck disable=SC2086 # one word a page
claim "a site is made" sh "$srcdir/man/make-site.sh" site \
    "$srcdir/man/style.css" $pages
for page in $pages; do
	name=$(basename "$page")
	claim "$name is in the index" grep -q "href=\"$name.html\"" \
	    site/index.html
done

links() {
	python3 - <<'END_OF_PYTHON'
import os, re, sys
texts = {name: open('site/' + name).read() for name in os.listdir('site')
         if name.endswith('.html')}
bad = []
for name, text in texts.items():
    for link in re.findall(r'(?:href|src)="([^"]*)"', text):
        page, _, part = link.partition('#')
        page = page or name
        if ':' not in page and (not os.path.exists('site/' + page) or part
                                and f'id="{part}"' not in texts[page]):
            bad.append(f'{name}: {link}')
print('\n'.join(bad))
sys.exit(bad != [])
END_OF_PYTHON
}
claim "every link leads somewhere" links
claim "nothing is asked of a network" eval \
    '! grep -E "src=.https?:|<link[^>]*https?:|@import|url\(" site/*'
narrow() {
	for page in site/*.html; do
		grep -q 'name="viewport"' "$page" || return 1
	done
}
claim "pages are told how wide a phone is" narrow
finish
