// English: the hall's other machines are out of reach for a while.

export const apart = {
  away: 'Reconnecting to the other machines. Who is there is not seen meanwhile; nearby talk stays here.',
};
