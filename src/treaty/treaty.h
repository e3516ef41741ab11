/*
 * treaty: the text that parties sign, as people write it.
 * `terms.h` has it compiled to numbers; `regime.h` is what the numbers do.
 */
#ifndef DT_TREATY_TREATY_H
#define DT_TREATY_TREATY_H

#include "base/schema.h"

struct dt_treaty_obligation {
	struct dt_origin origin;
	const char *text;
	int64_t grace;          /* rounds in force before racing is a breach */
	/* Of a race, by capability; NAN or 0: always. */
	double from;            /* nobody is bound before the leader has it */
	double cap;             /* who has less may race */
	double compute;         /* years of racing that are free */
};

struct dt_treaty_entry {
	struct dt_origin origin;
	int64_t parties;        /* least number of signatures; 0: every agent
	                         * that the treaty is open to */
	double weight;          /* least share of the weight of all agents */
	struct dt_list states;  /* of const char *: must all have signed */
	int64_t delay;          /* rounds between that and entry into force */
};

/* Ways to work out a channel's rates. */
struct dt_treaty_sample {
	struct dt_origin origin;
	int64_t items, hidden, inspected;
	double detect, false_alarm;     /* of one item that is looked at */
};
struct dt_treaty_measure {
	struct dt_origin origin;
	double separation, false_alarm; /* d', and the rate the threshold is
	                                 * set for */
};
struct dt_treaty_tips {
	struct dt_origin origin;
	int64_t staff;
	double chance, false_alarm;     /* that one of the staff speaks up */
};

struct dt_treaty_channel {
	struct dt_origin origin;
	const char *about;
	double miss, false_alarm;       /* NAN: absent, given by a formula */
	struct dt_treaty_sample sample;
	struct dt_treaty_measure measure;
	struct dt_treaty_tips tips;
	double coverage;        /* share of what is to be seen that it sees */
	double cost;            /* payoff a party and round */
	int visibility;         /* enum dt_treaty_visibility */
	bool common;            /* breaks together with the others of these */
};
enum dt_treaty_visibility { DT_TREATY_PUBLIC, DT_TREATY_PRIVATE };

struct dt_treaty_monitoring {
	struct dt_origin origin;
	double miss, false_alarm;       /* NAN: from the channels */
	double common_mode;     /* chance a round that all common ones are blind */
	double cost;
	int64_t accusers;       /* private alarms that make a finding; 0: none */
	double oversight;       /* how far detection hangs on it, 0 (or NAN) to
	                         * 1; of a race */
	struct dt_list channels;        /* of struct dt_treaty_channel */
};

struct dt_treaty_rung {
	struct dt_origin origin;
	int64_t strikes;        /* applies from that many on */
	double chance;          /* that the response is carried out */
	double fine;            /* payoff */
	double bond;            /* share of the bond that is forfeited */
	int64_t suspend;        /* rounds that all are released for */
	bool expel, end;
};

struct dt_treaty_response {
	struct dt_origin origin;
	struct dt_list ladder;          /* of struct dt_treaty_rung, rising */
	int64_t forgive_after;  /* clean rounds that take a strike away; 0: none */
	double forgive_chance;  /* that a clean round takes one away */
	bool shared;            /* fines and tariffs go to the other parties */
};

struct dt_treaty_transfer {
	struct dt_origin origin;
	const char *from, *to;
	double amount;          /* payoff a round in force */
};

struct dt_treaty_withdrawal {
	struct dt_origin origin;
	bool allowed;
	int64_t notice;         /* rounds */
};

struct dt_treaty_duration {
	struct dt_origin origin;
	int64_t rounds;         /* in force or suspended; 0: for good */
	int64_t renewals, renewal_rounds;
	double renewal_chance;
	bool lapses;            /* ends when its entry conditions fail */
	int64_t review;         /* rounds in force from one to the next; 0: no
	                         * reviews; of a race */
	double least;           /* oversight that a review wants; NAN or 0: any */
};

struct dt_treaty {
	struct dt_origin origin;
	const char *name, *title, *summary, *source;
	int status;
	struct dt_list facts;           /* of const char * */
	struct dt_list parties;         /* of const char * */
	struct dt_treaty_obligation obligation;
	struct dt_treaty_entry entry;
	struct dt_treaty_monitoring monitoring;
	struct dt_treaty_response response;
	double bond;
	struct dt_list transfers;       /* of struct dt_treaty_transfer */
	double tariff;                  /* payoff a round, of a non-party */
	struct dt_treaty_withdrawal withdrawal;
	struct dt_treaty_duration duration;
};

extern const struct dt_schema dt_treaty_schema;

#endif
