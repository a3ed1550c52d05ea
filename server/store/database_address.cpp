#include "store/database_address.hpp"

#include <libpq-fe.h>

#include <map>
#include <memory>
#include <string_view>

namespace posterhall::store {
namespace {

struct Free {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

/// What the address itself says, by libpq's names; nullopt: libpq cannot read it.
std::optional<std::map<std::string, std::string, std::less<>>> parts_of(const std::string& address) {
  char* words = nullptr;  // quotes the address, so nobody sees it
  const std::unique_ptr<PQconninfoOption, Free> options(PQconninfoParse(address.c_str(), &words));
  PQfreemem(words);
  if (!options) return std::nullopt;
  std::map<std::string, std::string, std::less<>> parts;
  for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val != nullptr) parts.emplace(option->keyword, option->val);
  }
  return parts;
}

bool is_postgres(std::string_view address) {
  return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

}  // namespace

std::optional<std::string> judge_database_address(const std::string& address) {
  if (!is_postgres(address)) {
    return "is not the address of a PostgreSQL database; write it like postgresql://posterhall@db.example.org/event.";
  }
  if (!parts_of(address)) {
    return "cannot be read as an address; write it like postgresql://posterhall@db.example.org:5432/event, with signs "
           "such as @ : / # ? in a name or password as %40 %3A %2F %23 %3F.";
  }
  return std::nullopt;
}

std::string address_without_secrets(const std::string& address) {
  const auto parts = is_postgres(address) ? parts_of(address) : std::nullopt;
  if (!parts) return "postgresql://?";
  const auto part = [&](std::string_view name) {
    const auto found = parts->find(name);
    return found == parts->end() ? std::string() : found->second;
  };
  std::string out = "postgresql://";
  if (const auto user = part("user"); !user.empty()) out += user + "@";
  const auto host = part("host");
  out += host.empty() ? part("hostaddr") : host;
  if (const auto port = part("port"); !port.empty()) out += ":" + port;
  return out + "/" + part("dbname");
}

bool has_password(const std::string& address) {
  const auto parts = parts_of(address);
  return parts && (parts->contains("password") || parts->contains("sslpassword"));
}

}  // namespace posterhall::store
