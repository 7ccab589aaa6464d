"""Which role may do what."""

import pytest

from db.rules.rights import Right, Role, allows

ALLOWED = {
    Role.READER: (),
    Role.ENTRY: (Right.ENTER,),
    Role.APPROVER: (Right.ENTER, Right.APPROVE),
    Role.ADMINISTRATOR: (Right.ENTER, Right.APPROVE, Right.ADMINISTER),
}


@pytest.mark.parametrize("role", Role)
def test_each_role_has_its_rights_and_no_other(role: Role) -> None:
    assert tuple(right for right in Right if allows(role, right)) == ALLOWED[role]
