function Test-InnkeeperRight {
    <#
    .SYNOPSIS
        Preflight: checks the account and its rights.
    #>
    [CmdletBinding()]
    param ()
    $account = Get-InnkeeperAccount
    if ($account.rights['hyperv']) { New-InnkeeperCheck 'right: Hyper-V' 'ok' "$($account.account) can read Hyper-V" }
    else { New-InnkeeperCheck 'right: Hyper-V' 'failed' "$($account.account) is in neither Hyper-V Administrators nor Administrators" 'Hyper-V returns nothing, and no error, to this account. Add it to Hyper-V Administrators (S-1-5-32-578), or run elevated.' }
    if ($account.rights['administrator']) { New-InnkeeperCheck 'right: network and SMB' 'ok' "$($account.account) is an administrator" }
    else { New-InnkeeperCheck 'right: network and SMB' 'warning' "$($account.account) is not an administrator" 'Some adapter, SMB and cluster data cannot be read: see docs/agent-rights.md.' }
}
