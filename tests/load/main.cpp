// posterhall-swarm: N bots with a fixed seed walk, write and read on a running server, or on several that carry one
// hall; afterwards the history checker judges what the sampled ones saw. Exit 0: all came in, nothing lost, doubled,
// reordered or left in the wrong place. With --reconnect the server is expected to be killed and started again once:
// the history must hold across it. With --drill anything may happen to the servers all the time, and what people
// noticed of it has limits. Runs on: one thread. Owns: nothing.
#include <CLI/CLI.hpp>
#include <iostream>

#include "swarm.hpp"

int main(int argc, char** argv) {
  posterhall::load::Options options;
  auto& limits = options.limits;
  CLI::App app{"Bots that walk, write and read on a running Posterhall server, and a checker of what they saw."};
  app.add_option("--url", options.urls, "the server's address, http://HOST:PORT; several: bots are spread")->required();
  app.add_option("--origin", options.origin, "the address people open, when it is not the server's own");
  app.add_option("--data", options.data, "the server's data directory, for the bots' invitations")->required();
  app.add_option("--clients", options.clients, "how many bots")->check(CLI::Range(1u, 20000u));
  app.add_option("--seconds", options.seconds, "how long they walk")->check(CLI::Range(1.0, 86400.0));
  app.add_option("--seed", options.seed, "same seed, same walk");
  app.add_option("--rest", options.rest_s,
                 "seconds everybody stands when all have come in, before they walk and are counted")
      ->check(CLI::Range(0u, 600u));
  app.add_option("--standing", options.standing, "of a hundred bots, how many stand still")
      ->check(CLI::Range(0u, 100u));
  app.add_flag("--json", options.json, "print one JSON object");
  app.add_flag("--reconnect", options.reconnect,
               "the server will be killed and started again: bots come back, and walk --seconds from then");
  app.add_flag("--drill", options.drill,
               "processes come and go meanwhile: bots come back by the next address, and walk --seconds in all");
  app.add_option(
      "--marks", options.marks,
      "a file that grows meanwhile, with lines UNIX_MS NAME: what begins with \"healed\" has to heal, \"end\" ends");
  app.add_option("--ghosts-ms", limits.ghosts_ms, "drill: how long anybody may be shown who is gone");
  app.add_option("--answer-ms", limits.answer_ms, "drill: within this a sender sees sent or failed");
  app.add_option("--blackout-ms", limits.blackout_ms, "drill: 99 of 100 are back within this");
  app.add_option("--heal-ms", limits.heal_ms, "drill: after each healed mark all is right within this");
  app.add_option("--seen-ms", limits.seen_ms, "drill: 99 of 100 moves are seen by others within this");
  app.add_option("--break", options.broken, "spoil the history, to see the checker fail")
      ->check(CLI::IsMember({"drop", "double", "swap"}));
  CLI11_PARSE(app, argc, argv);
  try {
    return posterhall::load::Swarm(options).run();
  } catch (const std::exception& fault) {
    std::cerr << "posterhall-swarm: " << fault.what() << "\n";
    return 2;
  }
}
