// The way into a class: picture, address and code, small or for a whole wall.
import { h, picture } from './dom.js';
import { t } from './texts.js';

export const door = (at, large) => [
	at.qr && picture(at.qr, t('qr_alt', { url: at.url }),
	    large ? 'qr large' : 'qr'),
	h('p', { class: large ? 'url large' : 'url' }, at.url),
	h('p', { class: large ? 'code large' : 'code' }, t('code'), ' ',
	    h('strong', { translate: 'no' }, at.code))];
