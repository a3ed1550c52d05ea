#include "tools/shift_names.hpp"

#include <algorithm>
#include <set>

#include "text/text.hpp"

namespace posterhall::tools {
namespace {

using domain::Session;

bool has_word(const Session& session, const std::string& folded) {
  for (const auto& part : {session.title, session.audience}) {
    const auto words = text::words(part);
    if (std::find(words.begin(), words.end(), folded) != words.end()) return true;
  }
  return false;
}

std::vector<std::string> sessions_named(const std::string& name, const std::vector<Session>& sessions) {
  std::vector<std::string> ids;
  const auto folded = text::fold(name);
  for (const auto& session : sessions) {
    if (session.id == name || text::fold(session.title) == folded) ids.push_back(session.id);
  }
  if (!ids.empty()) return ids;
  for (const auto& session : sessions) {
    if (session.kind != domain::SessionKind::exhibition) continue;
    if (folded == "both" || folded == "all" || has_word(session, folded)) ids.push_back(session.id);
  }
  return ids;
}

}  // namespace

void settle_shifts(ImportFile& file, const std::vector<Session>& sessions) {
  std::set<std::string> said;
  for (auto& imported : file.posters) {
    std::vector<std::string> ids;
    for (const auto& name : imported.poster.shift_ids) {
      auto found = sessions_named(name, sessions);
      if (found.empty() && said.insert(name).second) {
        file.warnings.push_back({imported.line, "shifts", in_quotes(name) + " is no session of the programme",
                                 "write a session's id from event.toml, or a word of an exhibition's title"});
      }
      for (auto& id : found) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
      }
    }
    imported.poster.shift_ids = std::move(ids);
  }
}

}  // namespace posterhall::tools
