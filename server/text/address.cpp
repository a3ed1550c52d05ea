// clean_link and clean_email.
#include <utf8proc.h>

#include "base/ascii.hpp"
#include "text/text.hpp"
#include "text/utf8.hpp"

namespace posterhall::text {
namespace {

constexpr std::size_t max_link_bytes = 2000;
constexpr std::size_t max_email_bytes = 254;
constexpr std::size_t max_email_local_bytes = 64;
constexpr std::size_t max_host_bytes = 253;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_high(char c) { return static_cast<std::uint8_t>(c) >= 0x80; }

bool starts_with_fold(std::string_view text, std::string_view lower_prefix) {
  if (text.size() < lower_prefix.size()) return false;
  for (std::size_t i = 0; i < lower_prefix.size(); ++i) {
    if (ascii_lower(text[i]) != lower_prefix[i]) return false;
  }
  return true;
}

/// Not UTF-8, or with white space, control or invisible characters.
bool hides_something(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    char32_t point = 0;
    const std::size_t size = decode(text, at, point);
    if (size == 0) return true;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(point))) {
      case UTF8PROC_CATEGORY_CC:
      case UTF8PROC_CATEGORY_CF:
      case UTF8PROC_CATEGORY_ZS:
      case UTF8PROC_CATEGORY_ZL:
      case UTF8PROC_CATEGORY_ZP: return true;
      default: at += size;
    }
  }
  return false;
}

/// Labels of letters, digits, hyphens and (international names) anything beyond ASCII, with dots between.
bool is_host_name(std::string_view host) {
  if (host.empty() || host.size() > max_host_bytes) return false;
  if (host.back() == '.') host.remove_suffix(1);
  bool label_empty = true;
  for (const char c : host) {
    if (c == '.') {
      if (label_empty) return false;
      label_empty = true;
    } else if (is_ascii_letter(c) || is_digit(c) || is_high(c) || c == '-' || c == '_') {
      label_empty = false;
    } else {
      return false;
    }
  }
  return !label_empty;
}

bool is_ip6_literal(std::string_view host) {
  if (host.size() < 4 || host.front() != '[' || host.back() != ']') return false;
  for (const char c : host.substr(1, host.size() - 2)) {
    if (!is_digit(c) && !(ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f') && c != ':' && c != '.') return false;
  }
  return host.find(':') != std::string_view::npos;
}

bool is_port(std::string_view port) {
  if (port.size() > 5) return false;
  unsigned value = 0;
  for (const char c : port) {
    if (!is_digit(c)) return false;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return value <= 65535;
}

bool is_authority(std::string_view authority) {
  const std::size_t bracket = authority.rfind(']');
  const std::size_t colon = authority.rfind(':');
  const bool has_port = colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket);
  const std::string_view host = has_port ? authority.substr(0, colon) : authority;
  if (has_port && !is_port(authority.substr(colon + 1))) return false;
  return is_host_name(host) || is_ip6_literal(host);
}

bool is_local_part(std::string_view local) {
  if (local.empty() || local.size() > max_email_local_bytes || local.front() == '.' || local.back() == '.')
    return false;
  if (local.find("..") != std::string_view::npos) return false;
  for (const char c : local) {
    if (!is_ascii_letter(c) && !is_digit(c) && !is_high(c) &&
        std::string_view("!#$%&'*+-/=?^_`{|}~.").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

/// ASCII only: accents written in two ways must not make two addresses of one.
std::string lower_of(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

}  // namespace

std::optional<std::string> clean_link(std::string_view text) {
  const std::string_view link = trim(text);
  if (link.size() > max_link_bytes || hides_something(link)) return std::nullopt;
  // Unescaped, no honest address has these; a browser reads `\` as `/`.
  if (link.find_first_of("\"<>\\^`{|}") != std::string_view::npos) return std::nullopt;
  std::string_view rest;
  if (starts_with_fold(link, "https://")) {
    rest = link.substr(8);
  } else if (starts_with_fold(link, "http://")) {
    rest = link.substr(7);
  } else {
    return std::nullopt;
  }
  if (!is_authority(rest.substr(0, rest.find_first_of("/?#")))) return std::nullopt;
  return std::string(link);
}

std::optional<std::string> clean_email(std::string_view text) {
  const std::string_view email = trim(text);
  if (email.size() > max_email_bytes || hides_something(email)) return std::nullopt;
  const std::size_t at = email.rfind('@');
  if (at == std::string_view::npos || !is_local_part(email.substr(0, at))) return std::nullopt;
  const std::string_view host = email.substr(at + 1);
  if (!is_host_name(host) || host.back() == '.' || host.front() == '-' || host.find('_') != std::string_view::npos)
    return std::nullopt;
  // A name without a dot reaches nobody outside one machine; "localhost" and ".local" are for trials.
  if (host.find('.') == std::string_view::npos && lower_of(host) != "localhost") return std::nullopt;
  return lower_of(email);
}

}  // namespace posterhall::text
