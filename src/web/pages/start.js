// The start page: who plays and under which treaty, as cards of which one is
// chosen each; and the tour.
import { button, h } from './dom.js';
import { t } from './texts.js';

// Where a newcomer begins, if nothing else is chosen.
const FIRST = { scenario: 'two-powers', treaty: 'grim' };

const card = (kind, each, chosen, below) => h('label', { class: 'card pickable' },
    h('span', { class: 'head' }, h('input', { type: 'radio', name: kind, value:
	each.name, checked: each.name === chosen }), ' ', each.title),
    h('span', {}, each.summary), below && h('span', { class: 'help' }, below));

// Scenarios that have a treaty of their own come first: they can be looked at
// as they are.
const own = (scenario) => scenario.treaty && scenario.treaty !== 'none' ?
    scenario.treaty : null;

function ownTreaty(scenario, treaties) {
	const treaty = treaties.find((each) => each.name === scenario.treaty);
	return own(scenario) ? t('its_treaty', { treaty: treaty ? treaty.title :
	    scenario.treaty }) : t('no_treaty');
}

// go(scenario, treaty), the treaty '' for the scenario's own.
export function startPage({ scenarios, treaties, treaty }, tour, go) {
	const pick = { scenario: FIRST.scenario, treaty: treaty || FIRST.treaty };
	if (!scenarios.some((each) => each.name === pick.scenario))
		pick.scenario = (scenarios[0] || {}).name;
	const told = h('p', { class: 'told', role: 'status' });
	const chosen = () => scenarios.find((each) => each.name === pick.scenario);
	const begin = button(t('explore_go'), () => go(pick.scenario, pick.treaty),
	    'main');
	const show = () => {
		const none = !pick.treaty && !(chosen() && own(chosen()));
		const under = pick.treaty ? (treaties.find((each) => each.name ===
		    pick.treaty) || { title: pick.treaty }).title :
		    t('own_treaty');
		told.textContent = none ? t('no_treaty_chosen') : t('chosen', {
			scenario: (chosen() || {}).title, treaty: under });
		begin.disabled = none;
	};
	const deck = (kind, label, cards) => h('div', { class: 'deck', role:
		'radiogroup', 'aria-label': label, on: { change: (e) => {
		pick[kind] = e.target.value;
		show();
	} } }, cards);
	const order = [...scenarios].sort((a, b) => (b.name === FIRST.scenario) -
	    (a.name === FIRST.scenario) || Boolean(own(b)) - Boolean(own(a)));
	show();
	return [h('h1', {}, t('explore_title')), h('p', {}, t('explore_text')),
		h('p', {}, t('explore_about')), button(t('tour_begin'), tour, 'main'),
		h('h2', {}, t('choose_scenario')), deck('scenario',
		    t('choose_scenario'), order.map((each) => card('scenario', each,
		    pick.scenario, ownTreaty(each, treaties)))),
		h('h2', {}, t('choose_treaty')), deck('treaty', t('choose_treaty'),
		    [card('treaty', { name: '', title: t('own_treaty'),
			summary: t('own_treaty_text') }, pick.treaty),
		    ...treaties.filter((each) => each.name !== 'none').map(
			(each) => card('treaty', each, pick.treaty))]),
		h('div', { class: 'chosen' }, told, begin)];
}
