"""What cannot be done, as patterns (web/sentences.py tells how): the errors that readers of the desk may see."""

from __future__ import annotations

from sijil.web.language import N_

#: Logging in, one's password, and users (register/sessions.py, passwords.py, people.py).
PEOPLE = (
    N_("log-in: name or password is wrong"),
    N_("log-in: failed too often - try again in %(number)s minutes"),
    N_("the password: has fewer than %(number)s characters - take a few words together"),
    N_("the password: has more than %(number)s characters"),
    N_("the new passwords: differ - write the same one twice"),
    N_("%(name)s: is taken - take another name"),
    N_("%(name)s: is taken, by somebody who was removed on %(day)s and whose judgements it signs - take another name"),
    N_("%(name)s: is no user - list them: sijil user list"),
    N_("%(name)s: is the only admin - make somebody else admin first: sijil user role NAME admin"),
    N_("%(name)s: cannot be a user's name - one to %(number)s letters that can be printed"),
    N_("%(name)s: is you - let another admin do it, or use the terminal: sijil user remove"),
    N_("the form: asks for nothing that can be done with users"),
)
#: What is not there (queries.py, register, web/pages).
MISSING = (
    N_("%(name)s: no such incident in the register - list them: sijil incidents"),
    N_("%(name)s: no such claim in the register - list them: sijil claims"),
    N_("%(name)s: no such report in the register - list them: sijil sources, sijil claims"),
    N_("%(name)s: no such speaker in the register - list them: sijil sources"),
    N_("%(name)s: no such publisher in the register - list them: sijil sources"),
    N_("%(name)s: no such figure in the ledger of displacement - list them: sijil displacement"),
    N_("%(name)s: no claim, incident or report has this id - list them: sijil claims, sijil incidents"),
)
#: Judgements that cannot be (register/judging.py).
JUDGING = (
    N_("%(name)s: a judgement needs a name and a reason"),
    N_("%(name)s: is named twice: the judgement is about two things - name another one"),
    N_("%(name)s: a split needs the claims that leave"),
    N_("%(name)s: all its claims would leave it - leave at least one"),
)
REFUSALS = (*PEOPLE, *MISSING, *JUDGING)
