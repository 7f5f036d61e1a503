"""Sign in and out, one's own account, and the accounts that a steward makes; as JSON."""

from fastapi import APIRouter, Response

from api.casework_schemas import (
    AccountIn,
    AccountOut,
    NewAccountOut,
    OwnAccountOut,
    PasswordIn,
    ProofIn,
    SignInIn,
    account_out,
)
from api.dependencies import (
    Address,
    HasAccount,
    ProvesItself,
    RowNumber,
    SessionToken,
    SignsIn,
    Steward,
    TheArchive,
    TheLimits,
    keep_session,
    lose_session,
)
from api.workflow import accounts as verbs

router = APIRouter(prefix="/api/v1", tags=["accounts"])


@router.post("/sign-in", summary="Sign in; sets the cookie of the session")
def sign_in(
    given: SignInIn,
    *,
    archive: TheArchive,
    caller: SignsIn,
    response: Response,
    limits: TheLimits,
    address: Address,
    token: SessionToken = None,
) -> dict[str, str]:
    limits.count_sign_in(address)
    fresh = verbs.sign_in(archive, caller, given.name, given.password, given.code, ends=token)
    keep_session(response, archive, fresh)
    return {"state": "signed in"}


@router.post("/sign-out", summary="End this session")
def sign_out(archive: TheArchive, caller: SignsIn, response: Response, token: SessionToken = None) -> dict[str, str]:
    if token:
        with archive.writing(caller) as call:
            call.accounts.sign_out(token)
    lose_session(response, archive)
    return {"state": "signed out"}


@router.get("/account", summary="One's own account")
def own_account(archive: TheArchive, caller: HasAccount) -> OwnAccountOut:
    with archive.reading(caller) as call:
        own = verbs.own_account(call)
    return OwnAccountOut(**vars(own))


@router.put("/account/password", summary="Change one's password")
def change_password(given: PasswordIn, own: ProvesItself) -> dict[str, str]:
    """Every other session of the account ends."""
    own.count()
    verbs.change_password(own.archive, own.caller, given.password, given.wanted, within=own.token)
    return {"state": "changed"}


@router.post("/account/recovery-codes", summary="Codes for a lost second factor, shown once")
def renew_recovery_codes(given: ProofIn, own: ProvesItself) -> dict[str, list[str]]:
    own.count()
    return {"codes": list(verbs.renew_recovery_codes(own.archive, own.caller, given.password, within=own.token))}


@router.post("/account/sign-out-everywhere", summary="End every session of one's account")
def sign_out_everywhere(archive: TheArchive, caller: HasAccount, response: Response) -> dict[str, str]:
    with archive.writing(caller) as call:
        verbs.sign_out_everywhere(call)
    lose_session(response, archive)
    return {"state": "signed out"}


@router.get("/accounts", summary="Every account")
def accounts(archive: TheArchive, caller: Steward) -> list[AccountOut]:
    with archive.reading(caller) as call:
        return [account_out(account) for account in verbs.accounts(call)]


@router.post("/accounts", status_code=201, summary="Make a reviewer's account, shown once")
def add_reviewer(wanted: AccountIn, archive: TheArchive, caller: Steward) -> NewAccountOut:
    with archive.writing(caller) as call:
        made = verbs.add_reviewer(call, wanted.name)
    return NewAccountOut(name=made.name, password=made.password, factor=made.factor)


@router.post("/accounts/{account_id}/close", summary="Close a reviewer's account")
def close(account_id: RowNumber, archive: TheArchive, caller: Steward) -> dict[str, str]:
    with archive.writing(caller) as call:
        verbs.close(call, account_id)
    return {"state": "closed"}
