/*
 * paper_internal: what the files of paper share.
 *
 * paper.c            sections, figures, their tables
 * paper_html.c       as one page
 * paper_files.c      as files for other tools
 * paper_script.c     scripts that draw the same
 */
#ifndef DT_REPORT_PAPER_INTERNAL_H
#define DT_REPORT_PAPER_INTERNAL_H

#include "report/paper.h"

/* Draw the figure from the file ID.csv into ID.svg. */
void dt_paper_script_gnuplot(const struct dt_paper_figure *figure,
    struct dt_text *out);
void dt_paper_script_r(const struct dt_paper_figure *figure,
    struct dt_text *out);

#endif
