// English: what organisers alone see.

export * from './coverage';
export * from './announcing';
export * from './programme_desk';
