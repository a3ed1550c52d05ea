// ical.js brings its types for its name only; the tests read it where the client has it.
declare module '*/ical.js/dist/ical.js' {
  const ical: any;
  export default ical;
}
