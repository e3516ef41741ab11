// A student's page: takes a seat, then shows whatever stage the class is at.
// The program says where the class is; the page keeps no state of its own but
// what is being typed.
import { h, name } from './dom.js';
import { debriefStage } from './debrief_view.js';
import { joinStage } from './join.js';
import { Bar, View, attempt, say, speak } from './page.js';
import { playStage, resultStage } from './play.js';
import { get, insist } from './net.js';
import { signStage } from './pact.js';
import { clausesStage, consentStage, endStage, lobbyStage, predictStage,
	quizStage, reflectStage, surveyStage, textStage,
	voteStage, watchStage } from './stages.js';
import { Stream } from './stream.js';
import { around, number, t } from './texts.js';

const stages = { lobby: lobbyStage, consent: consentStage, text: textStage,
	quiz: quizStage, practice: playStage, predict: predictStage,
	clauses: clausesStage, vote: voteStage, sign: signStage,
	play: playStage, result: resultStage, reflect: reflectStage,
	survey: surveyStage, debrief: debriefStage, end: endStage };

const bar = new Bar();
const view = new View();
let state = null;
let hello = null;

// What a stage may do: post, and the state that comes back is shown.
const act = {
	send: (path, body, pressed) => attempt(async () => {
		try {
			return act.took(await insist(path, body));
		} catch (error) {
			stream.poll();
			throw error;
		}
	}, pressed),
	took: (answer) => {
		if (answer && answer.v !== undefined)
			stream.take(answer);
		else
			stream.poll();
		return answer;
	},
	// Somebody else than before asks from here on.
	joined: (answer) => stream.renew(answer),
	say,
};

function title() {
	const me = state.me;
	document.title = `détente: ${me ? me.name : state.title || ''}`;
	if (!me)
		return bar.show(state.title || '');
	const words = me.agent ? around('who', { name: name(me.name),
		agent: name(me.agent) }) : [name(me.name)];
	const total = me.total === undefined || me.total === null ? [] :
	    [' · ', t('total', { n: number(me.total) })];
	return bar.show(...words, ...total);
}

// Which page: who came late is asked for consent first, and who has no seat
// looks on.
function where() {
	if (state.consent && !state.consent.said)
		return ['consent', consentStage];
	const seated = state.me.seat !== undefined;
	if (!seated && !['debrief', 'end'].includes(state.stage))
		return ['watch', watchStage];
	return [state.stage, stages[state.stage] || lobbyStage];
}

const outside = () => state.role === 'spectator' || !state.me;

function draw() {
	speak(state.lang, () => {
		view.key = null;
		draw();
	});
	title();
	if (state.role === 'teacher')
		return view.show('desk', () => ({ nodes: [
			h('h1', {}, t('desk_here')), h('p', {}, h('a', {
			href: '/teacher' }, t('teacher_title')))] }), state);
	if (outside())
		return join();
	const [page, stage] = where();
	return view.show(`${page} ${stage.key(state)}`,
	    () => stage.draw(state, act), state);
}

async function join() {
	hello = hello || await attempt(() => get('/api/hello'));
	if (hello && outside())
		view.show('join', () => joinStage(hello, act), state);
}

const stream = new Stream('student', (newest) => {
	state = newest;
	draw();
}, (there) => bar.linked(there));

speak(navigator.language, () => {});
stream.start();
