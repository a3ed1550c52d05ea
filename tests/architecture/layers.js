// The include table of docs/architecture.md ("Layers"), as data. A change here is a change of the design: write a decision.

/// module -> modules it may include (itself always). `hall/ports` = only that folder of hall.
export const MAY_INCLUDE = {
  base: [],
  crypto: ['base'],
  text: ['base'],
  domain: ['base'],
  hall: ['base', 'domain', 'text'],
  wire: ['base', 'domain', 'hall', 'text'],
  net: ['base', 'domain', 'hall', 'wire', 'text', 'crypto'],
  store: ['base', 'domain', 'hall/ports', 'crypto', 'text'],
  backplane: ['base', 'domain', 'hall/ports', 'wire'],
  media: ['base', 'domain', 'hall/ports', 'crypto'],
  tools: ['base', 'domain', 'hall', 'wire', 'store', 'backplane', 'media', 'crypto', 'text'],
  main: ['base', 'domain', 'hall', 'wire', 'net', 'store', 'backplane', 'media', 'tools', 'crypto', 'text'],
};

/// Headers from outside: pattern, what it is, modules that may include it, and where only `.cpp` may.
export const OUTSIDE = [
  { pattern: /^boost\/beast/, what: 'Beast', modules: ['net'], cpp_only: [] },
  { pattern: /\.pb\.h$|^google\/protobuf/, what: 'protobuf', modules: ['wire', 'net'], cpp_only: [] },
  { pattern: /^boost\/asio/, what: 'Asio', modules: ['hall', 'net', 'backplane', 'media', 'main'], cpp_only: [] },
  { pattern: /^(sqlite3|libpq)/, what: 'SQL', modules: ['store'], cpp_only: [] },
  { pattern: /^hiredis/, what: 'Redis', modules: ['backplane'], cpp_only: [] },
  { pattern: /^(spdlog|fmt)\//, what: 'logging', modules: ['base'], cpp_only: [] },
  { pattern: /^utf8proc/, what: 'utf8proc', modules: ['text'], cpp_only: [] },
  { pattern: /^openssl\//, what: 'OpenSSL', modules: ['crypto'], cpp_only: [] },
  { pattern: /^expat/, what: 'Expat', modules: ['tools'], cpp_only: [] },
  { pattern: /^toml/, what: 'TOML', modules: ['tools', 'main'], cpp_only: [] },
];

/// The rules take no clock, no randomness, no files: standard headers `domain` must not include.
export const DOMAIN_FORBIDDEN = /^(random|fstream|iostream|filesystem|thread|mutex|condition_variable|future|ctime|unistd\.h|sys\/.*)$/;
export const DOMAIN_FORBIDDEN_WORDS = /\b(?:system_clock|steady_clock|high_resolution_clock|std::rand|random_device|getenv)\b/;

export const LIMITS = { file_soft: 300, file_hard: 500, function: 60, constructor_arguments: 6, port_methods: 8 };
export const FORBIDDEN_NAMES = ['util', 'utils', 'manager', 'helper', 'helpers', 'common'];
