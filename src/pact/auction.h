/*
 * auction: two who do not know what a deal is worth to the other. The buyer's
 * value and the seller's cost are drawn apart, uniform on [0, 1]; both name a
 * price at once, and where the bid is no less than the ask they deal at
 * k bid + (1-k) ask (Chatterjee and Samuelson 1983). Figures are of the
 * equilibrium in which prices are linear. Closed forms; k is in [0, 1].
 */
#ifndef DT_PACT_AUCTION_H
#define DT_PACT_AUCTION_H

/* v/(1+k) + k(1-k)/(2(1+k)); for k 1/2: 2v/3 + 1/12. */
double dt_auction_bid(double k, double value);
/* c/(2-k) + (1-k)/2; for k 1/2: 2c/3 + 1/4. */
double dt_auction_ask(double k, double cost);

/* The chance of a deal, (1+k)(2-k)/8, and its expected gain, half of that:
 * 9/32 and 9/64 for k 1/2. No rule that both join freely, without money from
 * outside, gains more than 9/64 (Myerson and Satterthwaite 1983); all deals
 * that gain together would give 1/6. */
double dt_auction_chance(double k);
double dt_auction_gain(double k);

#endif
