// What authors and organisers do about being at posters, over HTTP: loaded with what shows it.

export { getAllFigures, getCoverage, getFigures, getShifts, postShifts } from '../net/api_attend';
