import { widgetIn } from '../browsers.mjs';

export default widgetIn('firefox');
