#!/usr/bin/env python3
"""Checks an evidence file without the program that made it: python3 verify.py, in the folder where it was unpacked."""
import hashlib, json, sys

# 1. Every file is as it was when the evidence file was made.
for line in open("SHA256SUMS", encoding="utf-8"):
    digest, name = line.rstrip("\n").split("  ", 1)
    with open(name, "rb") as file:
        if hashlib.sha256(file.read()).hexdigest() != digest:
            sys.exit(f"BROKEN: {name} was changed")

# 2. The audit trail is one chain from its first entry: each hash covers number, the hash before it and the content.
previous, count, subjects = "0" * 64, 0, []
for line in open("audit.jsonl", encoding="utf-8"):
    entry, count = json.loads(line), count + 1
    digest = hashlib.sha256(
        b"aiactbot/audit/1" + entry["sequence"].to_bytes(8, "big") + bytes.fromhex(previous) + entry["content"].encode("utf-8")
    ).hexdigest()
    if (entry["sequence"], entry["previous"], entry["hash"]) != (count, previous, digest):
        sys.exit(f"BROKEN at entry {count}")
    previous = digest
    subjects.append(json.loads(entry["content"]))

# 3. It ends where the evidence file says it does; compare this head with one that you got another way.
case = json.load(open("case.json", encoding="utf-8"))
if (case["auditHead"], case["auditEntries"]) != (previous, count):
    sys.exit("BROKEN: the audit trail does not end where the case says")

# 4. What was sent is what was approved: the fingerprint of every approval stands in the chain.
own = [entry for entry in subjects if entry["subject"] == "case:" + case["id"]]
for approval in case["approvals"]:
    if approval["state"] == "Approved" and approval["contentHash"] not in [entry["details"].get("content") for entry in own]:
        sys.exit("BROKEN: an approval is not in the audit trail")

# 5. Every file that people added is here, as it was when it was added.
for added in case["attachments"]:
    try:
        with open(added["file"], "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
    except FileNotFoundError:
        sys.exit(f"BROKEN: {added['file']} is missing")
    if digest != added["sha256"]:
        sys.exit(f"BROKEN: {added['file']} is not what was added")
    if digest not in [entry["details"].get("sha256") for entry in own if entry["action"] == "case.attached"]:
        sys.exit(f"BROKEN: {added['file']} is not in the audit trail")

print(f"The evidence holds: {count} entries, {len(own)} of this case, head {previous}.")
