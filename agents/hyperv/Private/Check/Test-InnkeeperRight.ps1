function Test-InnkeeperRight {
    <#
    .SYNOPSIS
        Preflight: who this is, and what it may read.
    #>
    [CmdletBinding()]
    param ()
    $account = Get-InnkeeperAccount
    if ($account.rights['hyperv']) { New-InnkeeperCheck 'right: Hyper-V' 'ok' "$($account.account) may read Hyper-V" }
    else { New-InnkeeperCheck 'right: Hyper-V' 'failed' "$($account.account) is in neither Hyper-V Administrators nor Administrators" 'Hyper-V answers nothing, and no error, to this account. Add it to Hyper-V Administrators (S-1-5-32-578), or run elevated.' }
    if ($account.rights['administrator']) { New-InnkeeperCheck 'right: network and SMB' 'ok' "$($account.account) is an administrator" }
    else { New-InnkeeperCheck 'right: network and SMB' 'warning' "$($account.account) is no administrator" 'Without it some adapter, SMB and cluster facts stay unread: docs/agent-rights.md lists which.' }
}
