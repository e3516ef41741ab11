// The debrief as a page of its own: for the teacher at any time, for others
// once it is open.
import { h } from './dom.js';
import { debriefStage } from './debrief_view.js';
import { Bar, View, speak } from './page.js';
import { Stream } from './stream.js';
import { t } from './texts.js';

const bar = new Bar();
const view = new View();
let state = null;

function draw() {
	const stage = debriefStage.draw(state);
	return { update: stage.update, nodes: [stage.nodes,
		h('p', { class: 'help' }, t('print_help'))] };
}

function show() {
	speak(state.lang, () => {
		view.key = null;
		show();
	});
	document.title = `détente: ${t('debrief_title')}`;
	bar.show(state.title || '');
	view.show('debrief', draw, state);
}

const stream = new Stream('debrief', (newest) => {
	state = newest;
	show();
}, (there) => bar.linked(there));
stream.start();
