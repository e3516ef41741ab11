/*
 * engine: the three that give a game one meaning, by name: reference plays
 * run by run (world.h), lanes plays 512 runs at once (lanes.h), chain works
 * out what both tend to (chain.h). play/answer.h chooses among them.
 */
#ifndef DT_ENGINE_ENGINE_H
#define DT_ENGINE_ENGINE_H

enum dt_engine {
	DT_ENGINE_AUTO,         /* chain if it is cheap, else lanes, else ... */
	DT_ENGINE_REFERENCE, DT_ENGINE_LANES, DT_ENGINE_CHAIN,
};
extern const char *const dt_engine_words[];     /* NULL-terminated */

#endif
