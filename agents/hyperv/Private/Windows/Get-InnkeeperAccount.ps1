function Get-InnkeeperAccount {
    <#
    .SYNOPSIS
        Returns the account of this process: { account, isElevated, rights { hyperv, administrator } }.
    .DESCRIPTION
        Groups are checked by SID, because their names are localized. Get-VM returns nothing, and no error, to an account without
        the right: only this distinguishes "no VMs" from "not allowed to see any". Built-in accounts are reported by SID, others by name.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = [System.Security.Principal.WindowsPrincipal]::new($identity)
    $isAdministrator = $principal.IsInRole([System.Security.Principal.SecurityIdentifier]::new('S-1-5-32-544'))
    $isHyperV = $principal.IsInRole([System.Security.Principal.SecurityIdentifier]::new('S-1-5-32-578'))
    $sid = $identity.User.Value
    @{
        account    = if ($sid -like 'S-1-5-21-*') { $identity.Name } else { $sid }
        isElevated = $isAdministrator
        rights     = [ordered]@{ hyperv = $isAdministrator -or $isHyperV; administrator = $isAdministrator }
    }
}
