function Set-InnkeeperFolderRight {
    <#
    .SYNOPSIS
        Lets SYSTEM, Administrators and the agent's account into a folder, and nobody else: inherited rights are cut off. Makes it.
    .DESCRIPTION
        Groups are named by SID, for their names are translated. The account may read, write and delete, not change rights. A
        new folder has its rights from its first moment on, and belongs to Administrators, whoever of them installs.
    #>
    [CmdletBinding()]
    param (
        [Parameter(Mandatory)] [string] $Folder,

        # Null for Local System, which is among them anyway.
        [AllowNull()] [AllowEmptyString()] [string] $Account
    )
    $security = [System.Security.AccessControl.DirectorySecurity]::new()
    $security.SetAccessRuleProtection($true, $false)
    $security.SetOwner([System.Security.Principal.SecurityIdentifier]::new('S-1-5-32-544'))
    $inherit = [System.Security.AccessControl.InheritanceFlags] 'ContainerInherit, ObjectInherit'
    $none = [System.Security.AccessControl.PropagationFlags]::None
    foreach ($sid in 'S-1-5-18', 'S-1-5-32-544') {
        $security.AddAccessRule([System.Security.AccessControl.FileSystemAccessRule]::new([System.Security.Principal.SecurityIdentifier]::new($sid), 'FullControl', $inherit, $none, 'Allow'))
    }
    if ($Account) {
        $security.AddAccessRule([System.Security.AccessControl.FileSystemAccessRule]::new([System.Security.Principal.NTAccount]::new($Account), 'Modify', $inherit, $none, 'Allow'))
    }
    $info = [System.IO.DirectoryInfo]::new($Folder)
    # Methods of the class in Windows PowerShell, extension methods in later ones.
    if ($PSVersionTable.PSVersion.Major -le 5) {
        if (-not $info.Exists) { $info.Create($security) }
        $info.SetAccessControl($security)
    }
    else {
        if (-not $info.Exists) { [System.IO.FileSystemAclExtensions]::Create($info, $security) }
        [System.IO.FileSystemAclExtensions]::SetAccessControl($info, $security)
    }
}
