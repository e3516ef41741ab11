/* store_document: the named queries that the program came with, as rows for a
 * file's query_doc and query_parameter: made from data/queries by queries.awk.
 */
#include "store/store_internal.h"

#include "store/queries_sql.h"

const char *const dt_store_queries = dt_queries_sql;
