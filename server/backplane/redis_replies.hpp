// Replies of Redis as hiredis hands them out, made in the room of earlier ones: its own functions take three to eight
// pieces of memory for each publication that comes, hundreds of which come in a second.
// Runs on: any thread; a reply is given back on the thread it was made on. Owns: for each thread, replies given back.
#pragma once

struct redisReplyObjectFunctions;

namespace posterhall::backplane {

/// For a redisReader's `fn`, before anything is read. What they make is a redisReply.
[[nodiscard]] redisReplyObjectFunctions& reused_replies();

}  // namespace posterhall::backplane
