// English: the hall's other machines are out of reach for a while.

export const apart = {
  title: 'Reconnecting to the other machines.',
  how: 'Who came in there is not seen meanwhile. Messages and questions are kept and reach everybody; nearby talk stays here.',
};
