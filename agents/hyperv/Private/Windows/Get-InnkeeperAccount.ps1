function Get-InnkeeperAccount {
    <#
    .SYNOPSIS
        Whom this process works as: { account, isElevated, rights { hyperv, administrator } }.
    .DESCRIPTION
        Groups are asked by SID, for their names are translated. Get-Vm answers nothing, and no error, to somebody without the
        right: only this tells "no VMs" from "not allowed to see any". Built-in accounts are told by SID, others by name.
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
