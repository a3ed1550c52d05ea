#include "base/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace posterhall {
namespace {

bool plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > 0x20 && byte != 0x7f && c != '"' && c != '\\' && c != '=';
}

void append_quoted(std::string& out, std::string_view value) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out.push_back('"');
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.push_back('\\');
      out.push_back(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7f) {
      out += "\\x";
      out.push_back(kHex[byte >> 4]);
      out.push_back(kHex[byte & 15]);
    } else {
      out.push_back(c);
    }
  }
  out.push_back('"');
}

spdlog::level::level_enum level_of(LogLevel level) {
  switch (level) {
    case LogLevel::debug: return spdlog::level::debug;
    case LogLevel::info: return spdlog::level::info;
    case LogLevel::warning: return spdlog::level::warn;
    case LogLevel::error: return spdlog::level::err;
  }
  return spdlog::level::info;
}

}  // namespace

std::string log_line(std::string_view event, std::initializer_list<LogField> fields) {
  std::string out{event};
  for (const auto& field : fields) {
    out.push_back(' ');
    out += field.name;
    out.push_back('=');
    if (!field.value.empty() && std::all_of(field.value.begin(), field.value.end(), plain)) {
      out += field.value;
    } else {
      append_quoted(out, field.value);
    }
  }
  return out;
}

struct Log::Sink {
  spdlog::logger logger;
};

Log::Log(LogLevel least)
    : sink_(std::make_unique<Sink>(Sink{{"posterhall", std::make_shared<spdlog::sinks::stderr_sink_mt>()}})) {
  sink_->logger.set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
  sink_->logger.set_level(level_of(least));
  sink_->logger.flush_on(spdlog::level::info);
}

Log::~Log() = default;

void Log::write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
  if (!sink_->logger.should_log(level_of(level))) return;
  sink_->logger.log(level_of(level), log_line(event, fields));
}

}  // namespace posterhall
